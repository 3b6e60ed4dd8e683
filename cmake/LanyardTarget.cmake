# How every target of the project is compiled: one place for the language, the warnings and Qt's strict macros.
include_guard()
include(CheckLinkerFlag)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# What differs by platform is a file per platform, NAME_unix.cpp and NAME_windows.cpp, or NAME_linux.cpp where Linux has more
# than others.
set(LANYARD_RUN) # what starts the programs of tests
set(LANYARD_PLATFORM unix)
set(LANYARD_CLOCKS unix)
set(LANYARD_BUS Qt6::DBus)
if(WIN32)
    set(LANYARD_PLATFORM windows)
    set(LANYARD_CLOCKS windows)
    set(LANYARD_BUS)
    set(LANYARD_RUN "${PROJECT_SOURCE_DIR}/tests/support/wine.sh")
elseif(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(LANYARD_CLOCKS linux)
endif()

if(LANYARD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(CCACHE_PROGRAM ccache)
    if(CCACHE_PROGRAM)
        # The two that a precompiled header needs (ccache's manual, "Precompiled headers").
        set(CMAKE_CXX_COMPILER_LAUNCHER
            "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
    endif()
endif()
add_feature_info(ccache CMAKE_CXX_COMPILER_LAUNCHER "compiles again only what has changed (LANYARD_CCACHE)")

# Each program of tests links the whole of core: mold takes an eighth of the time of GNU ld.
if(LANYARD_MOLD)
    check_linker_flag(CXX -fuse-ld=mold LINKER_IS_MOLD)
    if(LINKER_IS_MOLD)
        add_link_options(-fuse-ld=mold)
    endif()
endif()
add_feature_info(mold LINKER_IS_MOLD "links fast (LANYARD_MOLD)")

# A third of the program would be the tables for exceptions, which nothing here throws or catches, what is done for them, and
# code that runs a little faster.
if(LANYARD_SMALL)
    check_linker_flag(CXX LINKER:-z,pack-relative-relocs LINKER_PACKS_RELOCATIONS)
    add_compile_options(-Os -fno-exceptions -fno-unwind-tables -fno-asynchronous-unwind-tables)
    if(LINKER_PACKS_RELOCATIONS)
        add_link_options(LINKER:-z,pack-relative-relocs)
    endif()
endif()
add_feature_info(small LANYARD_SMALL "little of what is installed is not needed (LANYARD_SMALL)")

if(LANYARD_SANITIZE)
    add_compile_options(-fsanitize=${LANYARD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${LANYARD_SANITIZE})
endif()
if(LANYARD_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(LANYARD_COVERAGE)
    add_compile_options(--coverage -fprofile-update=atomic) # several threads count
    add_compile_definitions(LANYARD_COUNTED)
    add_link_options(--coverage)
endif()

# lanyard_strict(TARGET): the project's warnings and Qt's strict macros. Includes are written from the top of
# the tree ("core/http/origin.h"), so that a file's library is seen where it is used.
function(lanyard_strict target)
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
        -Wextra-semi -Wformat=2 -Wimplicit-fallthrough
        $<$<CXX_COMPILER_ID:Clang>:-Wshadow-uncaptured-local>) # part of GCC's -Wshadow
    if(LANYARD_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_JAVA_STYLE_ITERATORS
        QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()

# lanyard_headers(NAME LINK library... HEADERS header...): headers that many targets share, parsed once for all of them; each
# takes them with target_precompile_headers(TARGET REUSE_FROM NAME). They cost what three sources do. A target may define
# more than NAME does by what it links, and not less.
function(lanyard_headers name)
    cmake_parse_arguments(arg "" "" "LINK;HEADERS" ${ARGN})
    set(empty "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    file(GENERATE OUTPUT "${empty}" CONTENT "")
    add_library(${name} OBJECT "${empty}")
    target_link_libraries(${name} PRIVATE ${arg_LINK})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    lanyard_strict(${name})
endfunction()

# lanyard_library(NAME SOURCES file... [LINK library...]): a folder as a static library. Headers are not listed: AUTOMOC
# finds one by the source that includes its moc file. A layer's LANYARD_HEADERS are parsed once for all of its libraries,
# if LANYARD_PCH is set: Qt's alone, so that an include of our own that a source lacks is missed.
function(lanyard_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${arg_LINK})
    lanyard_strict(${name})
    if(LANYARD_PCH AND LANYARD_HEADERS)
        target_precompile_headers(${name} REUSE_FROM ${LANYARD_HEADERS})
    endif()
endfunction()

# lanyard_program(NAME SOURCES file... [LINK library...])
function(lanyard_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)  # one source, and what only it needs
    lanyard_strict(${name})
endfunction()

# lanyard_test_program(NAME [FOLDER folder] CLASSES class... [SOURCES file...] [LINK library...] [HEADERS name]): a program
# of Qt Test classes, each in FOLDER/CLASS.cpp, of which it runs one: `NAME CLASS`. HEADERS: see lanyard_headers().
# moc is called for these sources alone: CMake's AUTOMOC takes three seconds a program.
function(lanyard_test_program name)
    cmake_parse_arguments(arg "" "FOLDER;HEADERS" "CLASSES;SOURCES;LINK" ${ARGN})
    lanyard_program(${name} SOURCES ${arg_SOURCES} LINK test_class ${arg_LINK})
    # In a unity build as well, in units that keep two processors busy.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF UNITY_BUILD "${CMAKE_UNITY_BUILD}" UNITY_BUILD_BATCH_SIZE 6)
    foreach(class IN LISTS arg_CLASSES)
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/${class}.moc")
        set(source "${CMAKE_CURRENT_SOURCE_DIR}/${arg_FOLDER}/${class}.cpp")
        qt_generate_moc("${source}" "${moc}" TARGET ${name})
        set_source_files_properties("${moc}" PROPERTIES HEADER_FILE_ONLY ON)
        target_sources(${name} PRIVATE "${source}" "${moc}")
    endforeach()
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    if(arg_HEADERS)
        target_precompile_headers(${name} REUSE_FROM ${arg_HEADERS})
    endif()
endfunction()

# lanyard_test(NAME PROGRAM program [CLASS class] [IN command...] [LABELS label...] [TIMEOUT seconds]): a class that ctest
# runs by its name, in a process of its own, which IN may start.
function(lanyard_test name)
    cmake_parse_arguments(arg "" "PROGRAM;CLASS;TIMEOUT" "IN;LABELS" ${ARGN})
    if(NOT arg_CLASS)
        set(arg_CLASS ${name})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    # No message is left out of what ./test searches for secrets.
    add_test(NAME ${name} COMMAND ${arg_IN} ${LANYARD_RUN} $<TARGET_FILE:${arg_PROGRAM}> ${arg_CLASS} -maxwarnings 0)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT})
endfunction()
