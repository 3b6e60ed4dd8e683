#pragma once

#include <QLoggingCategory>

namespace lanyard {

/// The logging categories: see app/logging.h. Off by default. Only names, numbers and states are logged: never headers,
/// bodies, addresses with a query, or anything entered by a user or sent by a service.
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logKeychain)

} // namespace lanyard
