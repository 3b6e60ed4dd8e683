#pragma once

#include "tests/service/calls.h"

namespace lanyard::testing {

// Fills calls with the accounts and tokens of the state file if there is one, else with the accounts of the options,
// else with those built in. False, and the reason in error, if what is there cannot be read.
bool readState(const ServiceOptions &options, Calls &calls, QString *error);

// Writes accounts and tokens, whole or not at all. The file can be read by its owner only: it holds passwords.
bool writeState(const QString &path, Calls &calls, QString *error);

} // namespace lanyard::testing
