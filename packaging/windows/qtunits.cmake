# Read by Qt's own CMakeLists.txt (CMAKE_PROJECT_QtBase_INCLUDE): compiles sources together, which takes a third of the time.
# Those that do not agree with others are left alone.
function(lanyard_join_sources target)
    if(NOT TARGET ${target})
        return()
    endif()
    get_target_property(folder ${target} SOURCE_DIR)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
    foreach(source IN LISTS ARGN)
        set_source_files_properties("${folder}/${source}" TARGET_DIRECTORY ${target} PROPERTIES
                                    SKIP_UNITY_BUILD_INCLUSION ON)
    endforeach()
endfunction()

function(lanyard_join_all)
    lanyard_join_sources(BundledHarfbuzz)
    lanyard_join_sources(Test)
    lanyard_join_sources(Gui)
    lanyard_join_sources(Widgets)
    # Windows' headers make a macro of the word interface.
    lanyard_join_sources(Network access/qnetworkreplyhttpimpl.cpp kernel/qauthenticator.cpp kernel/qdnslookup_win.cpp
        kernel/qhostaddress.cpp kernel/qhostinfo_win.cpp kernel/qnetworkinterface_win.cpp kernel/qnetworkproxy_win.cpp
        socket/qlocalserver_win.cpp socket/qlocalsocket_win.cpp socket/qnativesocketengine.cpp
        socket/qnativesocketengine_win.cpp socket/qsocks5socketengine.cpp ssl/qsslsocket.cpp)
    lanyard_join_sources(QWindowsIntegrationPlugin qwindowspointerhandler.cpp qwindowswindow.cpp)
endfunction()

cmake_language(DEFER DIRECTORY "${CMAKE_SOURCE_DIR}" CALL lanyard_join_all)
