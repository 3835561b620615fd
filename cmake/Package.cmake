# cpack: a Debian package that installs on a bare Debian 12 or 13 and passes lintian.
set(MARSHRUT_MAINTAINER "Marshrut contributors <contributors@example.org>" CACHE STRING "Who answers for the package, for its papers")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME marshrut)
set(CPACK_PACKAGE_VENDOR "Marshrut contributors")
set(CPACK_PACKAGE_CONTACT "${MARSHRUT_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "animated atlas of historical campaigns")
set(CPACK_PACKAGE_DESCRIPTION
"Marshrut shows who stood where at any moment of a campaign, on what
authority, and how sure the sources are. Units move along railways, roads
and sea lanes, borders change, and events come with their sources.
.
The bundled atlas tells of the Yalama-Baku operation of April 1920 in
English, Azerbaijani and Russian.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ffmpeg, xvfb")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "espeak-ng, postgis, qgis, xauth, xserver-xorg")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/prerm ${PROJECT_SOURCE_DIR}/cmake/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Debian wants these where its tools look, compressed without a date.
set(papers ${CMAKE_BINARY_DIR}/papers)
configure_file(${PROJECT_SOURCE_DIR}/cmake/copyright.in ${papers}/copyright @ONLY)
configure_file(${PROJECT_SOURCE_DIR}/cmake/changelog.Debian.in ${papers}/changelog.Debian @ONLY)
find_program(GZIP gzip REQUIRED)
execute_process(COMMAND ${GZIP} -9nf ${papers}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${papers}/copyright ${papers}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/marshrut)
install(CODE "
    file(GLOB pages \$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/marshrut*.1)
    foreach(page IN LISTS pages)
        execute_process(COMMAND ${GZIP} -9nf \${page} COMMAND_ERROR_IS_FATAL ANY)
    endforeach()")
include(CPack)
