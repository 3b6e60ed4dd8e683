#include "app/hardening.h"

#include <QtGlobal>

#include <qt_windows.h>
#include <sddl.h>

namespace lanyard {

namespace {

// What programs of the same user may do with this process: wait for it, end it, and learn that it runs. The entry for
// the owner (OW) takes away the right to change this again, which the owner has otherwise.
constexpr auto allowed = L"D:P(A;;0x101001;;;OW)(A;;0x101001;;;BA)(A;;0x1fffff;;;SY)";

void forbidReading()
{
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(allowed, SDDL_REVISION_1, &descriptor, nullptr))
        return;
    SetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, descriptor);
    LocalFree(descriptor);
}

} // namespace

void hardenProcess()
{
    // Not from the folder that the program was started in, nor from those of PATH.
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    SetDllDirectoryW(L"");
    if (qEnvironmentVariableIsSet("LANYARD_DEBUGGABLE"))
        return;
    // No report of a crash, which has the memory in it.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    forbidReading();
}

// The folder of the program's files is within the user's profile, which Windows closes to other users.
void keepFilesPrivate() {}

} // namespace lanyard
