#include "core/base/log.h"

namespace lanyard {

Q_LOGGING_CATEGORY(logHttp, "lanyard.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "lanyard.session", QtWarningMsg)
Q_LOGGING_CATEGORY(logKeychain, "lanyard.keychain", QtWarningMsg)

} // namespace lanyard
