# cmake --install: program, bundled atlas, texts, styles, manual, and what a desktop needs to know of it.

# Man pages and shell completions are made from the program's own help.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(manual ${CMAKE_BINARY_DIR}/manual)
file(GLOB manual_prose CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/man/*.roff)
add_custom_command(OUTPUT ${manual}/marshrut.bash
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/make_manual.py
        $<TARGET_FILE:marshrut> ${PROJECT_SOURCE_DIR}/docs/man ${manual} ${PROJECT_VERSION}
    DEPENDS marshrut ${PROJECT_SOURCE_DIR}/cmake/make_manual.py ${manual_prose}
    COMMENT "Writing the man pages" VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual}/marshrut.bash)

set(share ${CMAKE_INSTALL_DATADIR})
install(TARGETS marshrut RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_BINARY_DIR}/atlases/yalama-baku-1920.gpkg DESTINATION ${share}/marshrut/atlases)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/assets/styles ${PROJECT_SOURCE_DIR}/assets/template
    DESTINATION ${share}/marshrut/assets)
install(DIRECTORY ${CMAKE_BINARY_DIR}/assets/locale DESTINATION ${share} FILES_MATCHING PATTERN "*.mo")

install(DIRECTORY ${manual}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
install(FILES ${manual}/marshrut.bash DESTINATION ${share}/bash-completion/completions RENAME marshrut)
install(FILES ${manual}/marshrut.fish DESTINATION ${share}/fish/vendor_completions.d)

set(desktop ${PROJECT_SOURCE_DIR}/assets/desktop)
install(FILES ${desktop}/marshrut.desktop DESTINATION ${share}/applications)
install(FILES ${desktop}/marshrut.svg DESTINATION ${share}/icons/hicolor/scalable/apps)
install(FILES ${desktop}/org.marshrut.Marshrut.metainfo.xml DESTINATION ${share}/metainfo)
install(FILES ${desktop}/marshrut-mime.xml DESTINATION ${share}/mime/packages RENAME marshrut.xml)

install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/data/base/LICENSES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR}
    FILES_MATCHING PATTERN "*.md" PATTERN "*.jpg" PATTERN man EXCLUDE)

# The exhibition display as a service: installed, never enabled. The units name the program where it is installed to.
set(kiosk ${PROJECT_SOURCE_DIR}/assets/kiosk)
install(PROGRAMS ${kiosk}/kiosk-x DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/marshrut)
install(FILES ${kiosk}/xorg.conf ${kiosk}/kiosk.json DESTINATION ${share}/marshrut/kiosk)
install(CODE "
    set(prefix \${CMAKE_INSTALL_PREFIX})
    foreach(unit marshrut-kiosk marshrut-kiosk-x)
        configure_file(${kiosk}/\${unit}.service.in ${CMAKE_BINARY_DIR}/units/\${unit}.service @ONLY)
    endforeach()")
install(FILES ${CMAKE_BINARY_DIR}/units/marshrut-kiosk.service ${CMAKE_BINARY_DIR}/units/marshrut-kiosk-x.service
    DESTINATION lib/systemd/system)
