# What every target of the project has in common.

# marshrut_flags(target): warnings, sanitizers and assertions, the same everywhere.
function(marshrut_flags target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast
        -Wnon-virtual-dtor -Wimplicit-fallthrough
        $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # wrong alarms of g++ 12 on std::string +, GCC bug 105651
        $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations> # within libstdc++ 12's own std::stable_sort
        $<$<BOOL:${MARSHRUT_WERROR}>:-Werror>)
    if(MARSHRUT_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${MARSHRUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
        target_link_options(${target} PUBLIC -fsanitize=${MARSHRUT_SANITIZE})
    endif()
    if(MARSHRUT_LIBRARY_ASSERTIONS)
        target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
    endif()
endfunction()

# marshrut_library(name FOLDERS folders... [LINK libraries...] [PRIVATE_LINK libraries...])
# A static library of all sources below the folders; adding a file needs no edit here.
function(marshrut_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FOLDERS;LINK;PRIVATE_LINK")
    set(sources)
    foreach(folder IN LISTS arg_FOLDERS)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
        list(APPEND sources ${found})
    endforeach()
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
    marshrut_flags(${name})
endfunction()
