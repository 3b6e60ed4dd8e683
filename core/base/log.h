#pragma once

#include <QLoggingCategory>

namespace lanyard {

/// What can be logged: see app/logging.h. Off unless asked for. Only names, numbers and states are ever written: no
/// header, no body, no address with a query, nothing that a person or a service has typed.
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logKeychain)

} // namespace lanyard
