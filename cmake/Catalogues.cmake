# Compiles assets/locale/<language>.po into <build>/assets/locale/<language>/LC_MESSAGES/marshrut.mo.
find_program(MSGFMT msgfmt REQUIRED)

file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/locale/*.po)
set(compiled)
foreach(po IN LISTS catalogues)
    get_filename_component(language ${po} NAME_WE)
    set(mo ${CMAKE_BINARY_DIR}/assets/locale/${language}/LC_MESSAGES/marshrut.mo)
    add_custom_command(OUTPUT ${mo}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/assets/locale/${language}/LC_MESSAGES
        COMMAND ${MSGFMT} --check -o ${mo} ${po}
        DEPENDS ${po} VERBATIM)
    list(APPEND compiled ${mo})
endforeach()
add_custom_target(catalogues ALL DEPENDS ${compiled})
