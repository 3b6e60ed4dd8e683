#include "core/desktop/startrequests.h"

namespace lanyard {

void StartRequests::listen() {}

void StartRequests::stop() {}

} // namespace lanyard

#include "moc_startrequests.cpp"
