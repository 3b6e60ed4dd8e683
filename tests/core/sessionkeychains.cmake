# The session with real keychains of Unix desktops.
lanyard_test(tst_changingkeychain PROGRAM core_session_tests IN "${session}" --no-x -- LABELS core)

# In sessions of every kind.
foreach(kind IN ITEMS "unlocked" "none" "absent" "without-bus")
    set(options --keyring ${kind})
    if(kind STREQUAL "without-bus")
        set(options --no-dbus)
    endif()
    lanyard_test(tst_keyringstates_${kind} PROGRAM core_session_tests CLASS tst_keyringstates IN "${session}" ${options} --
                 LABELS core TIMEOUT 240)
endforeach()
