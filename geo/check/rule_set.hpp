#pragma once

#include "geo/check/rules.hpp"

namespace geo {

// The rules that look at a whole atlas; rules.cpp lists them with their meaning.

void check_languages(Examined const &what, Problems &problems);
void check_labels(Examined const &what, Problems &problems);
void check_vocabulary(Examined const &what, Problems &problems);
void check_stories(Examined const &what, Problems &problems);

void check_cited(Examined const &what, Problems &problems);
void check_sources(Examined const &what, Problems &problems);
void check_claims(Examined const &what, Problems &problems);
void check_accounts(Examined const &what, Problems &problems);

void check_speeds(Examined const &what, Problems &problems);
void check_water(Examined const &what, Problems &problems);

void check_gaps(Examined const &what, Problems &problems);
void check_overlaps(Examined const &what, Problems &problems);

/// Adds a warning. \param table name of the table (see schema.hpp) that holds the feature
void warn(Problems &problems, std::string_view table, std::string const &feature, std::string field,
          std::string message);

} // namespace geo
