# Under Wine: the tour, which packaging/windows/try.sh plays, and what can be seen from inside of the window alone.
set(classes tst_contrast tst_edits tst_look tst_mainjob)
lanyard_test_program(ui_tests CLASSES ${classes} LINK desk resources wire_tls HEADERS ui_test_headers)
target_compile_definitions(ui_tests PRIVATE LANYARD_SOURCES="${PROJECT_SOURCE_DIR}" LANYARD_BUILD="${PROJECT_BINARY_DIR}"
                           LANYARD_PROGRAM="$<TARGET_FILE:lanyard>")
target_compile_options(ui_tests PRIVATE -Wno-conversion)
foreach(class IN LISTS classes)
    lanyard_test(${class} PROGRAM ui_tests IN "${PROJECT_SOURCE_DIR}/tests/support/session.sh" --no-dbus -- LABELS ui TIMEOUT 900)
endforeach()

lanyard_program(lanyard_screenshots LINK desk resources SOURCES camera.cpp layoutfaults.cpp switchertour.cpp tour.cpp)
target_precompile_headers(lanyard_screenshots REUSE_FROM ui_test_headers)
