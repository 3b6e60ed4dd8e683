# The keychains of Unix desktops, over D-Bus.
set(session "${PROJECT_SOURCE_DIR}/tests/support/session.sh")

core_tests(secrets LINK keyring
    SOURCES scriptedsecretservice.h scriptedsecretservice.cpp
    TESTS tst_nokeychain
    OTHERS tst_askingkeychain tst_keychain tst_keychainprompt tst_kwallet tst_lostbus)

target_compile_definitions(core_secrets_tests PRIVATE
    LANYARD_LATE_WALLET="${CMAKE_CURRENT_SOURCE_DIR}/secrets/latewallet.py")

# These lock and stop the keyring: each has a session of its own, the first without a screen to ask on.
lanyard_test(tst_keychain PROGRAM core_secrets_tests IN "${session}" --no-x -- LABELS core)
lanyard_test(tst_lostbus PROGRAM core_secrets_tests IN "${session}" --no-x -- LABELS core)
lanyard_test(tst_keychainprompt PROGRAM core_secrets_tests IN "${session}" -- LABELS core)
lanyard_test(tst_askingkeychain PROGRAM core_secrets_tests IN "${session}" --no-x --keyring absent -- LABELS core)
lanyard_test(tst_kwallet PROGRAM core_secrets_tests LABELS core
             IN "${session}" --keyring absent -- env XDG_CURRENT_DESKTOP=KDE KDE_SESSION_VERSION=5)
