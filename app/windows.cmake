# What Windows wants of a program beside its code: no window of a command line, an icon, and what the file says of itself.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
set(drawing "${PROJECT_SOURCE_DIR}/resources/icons/lanyard.svg")
set(pictures)
set(commands)
foreach(side IN ITEMS 16 20 24 32 40 48 64 256)
    set(picture "${CMAKE_CURRENT_BINARY_DIR}/lanyard-${side}.png")
    list(APPEND pictures "${picture}")
    list(APPEND commands COMMAND "${RSVG_CONVERT}" -w ${side} -h ${side} -o "${picture}" "${drawing}")
endforeach()
set(icon "${CMAKE_CURRENT_BINARY_DIR}/lanyard.ico")
set(make_icon "${CMAKE_CURRENT_SOURCE_DIR}/icon.py")
add_custom_command(OUTPUT "${icon}" ${commands} COMMAND python3 -B "${make_icon}" "${icon}" ${pictures}
                   DEPENDS "${drawing}" "${make_icon}" VERBATIM)

string(REPLACE "." "," version_numbers "${PROJECT_VERSION}.0")
configure_file(lanyard.rc.in lanyard.rc @ONLY)
set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/lanyard.rc" PROPERTIES OBJECT_DEPENDS
                            "${icon};${CMAKE_CURRENT_SOURCE_DIR}/lanyard.manifest")
enable_language(RC)
target_sources(lanyard PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/lanyard.rc")
set_target_properties(lanyard PROPERTIES WIN32_EXECUTABLE ON)
