# Compiles on Debian for Windows, with MinGW's GCC and its POSIX threads.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(LANYARD_CROSS x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${LANYARD_CROSS}-gcc-posix)
set(CMAKE_CXX_COMPILER ${LANYARD_CROSS}-g++-posix)
set(CMAKE_RC_COMPILER ${LANYARD_CROSS}-windres)

# Nothing of this computer's libraries; of its programs everything.
set(CMAKE_FIND_ROOT_PATH /usr/${LANYARD_CROSS} ${LANYARD_WINDOWS_PREFIX})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# The same bytes whenever it is built; addresses that differ at each start; no code in data.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-Wl,--no-insert-timestamp -Wl,--dynamicbase -Wl,--high-entropy-va -Wl,--nxcompat")
set(CMAKE_SHARED_LINKER_FLAGS_INIT "${CMAKE_EXE_LINKER_FLAGS_INIT}")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "${CMAKE_EXE_LINKER_FLAGS_INIT}")

# try_compile() reads this file again, and knows of no variable but these.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES LANYARD_WINDOWS_PREFIX)
