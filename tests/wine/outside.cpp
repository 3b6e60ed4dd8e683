// What other programs of the user see of Lanyard under Windows, for main_job.py:
//   clipboard           each format on the clipboard, and the number or the text in it
//   credentials         what Lanyard keeps in the Credential Manager, without the secrets
//   memory              whether its memory can be read
//   end-session         tells its windows that the user signs out, as Windows does
#include <windows.h>

#include <tlhelp32.h>
#include <wincred.h>

#include <cstdio>
#include <cstring>
#include <cwchar>

namespace {

constexpr UINT AnswerMs = 10'000;

DWORD lanyard()
{
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry = {};
    entry.dwSize = sizeof entry;
    DWORD process = 0;
    for (BOOL more = Process32FirstW(list, &entry); more; more = Process32NextW(list, &entry)) {
        if (std::wcscmp(entry.szExeFile, L"lanyard.exe") == 0)
            process = entry.th32ProcessID;
    }
    CloseHandle(list);
    return process;
}

void printContent(UINT format)
{
    HANDLE content = GetClipboardData(format);
    const void *bytes = content ? GlobalLock(content) : nullptr;
    if (!bytes)
        return;
    if (format == CF_UNICODETEXT) {
        char text[4096] = {};
        WideCharToMultiByte(CP_UTF8, 0, static_cast<const wchar_t *>(bytes), -1, text, sizeof text - 1, nullptr,
                            nullptr);
        std::printf(" %s", text);
    } else if (format >= 0xC000 && GlobalSize(content) >= sizeof(DWORD)) {
        std::printf(" %lu", *static_cast<const DWORD *>(bytes));
    }
    GlobalUnlock(content);
}

int clipboard()
{
    if (!OpenClipboard(nullptr))
        return 1;
    for (UINT format = EnumClipboardFormats(0); format != 0; format = EnumClipboardFormats(format)) {
        char name[256] = "";
        if (GetClipboardFormatNameA(format, name, sizeof name) == 0)
            std::snprintf(name, sizeof name, "%u", format);
        std::printf("%s:", name);
        printContent(format);
        std::printf("\n");
    }
    CloseClipboard();
    return 0;
}

int credentials()
{
    DWORD count = 0;
    CREDENTIALW **list = nullptr;
    if (!CredEnumerateW(L"lanyard:*", 0, &count, &list))
        return GetLastError() == ERROR_NOT_FOUND ? 0 : 1;
    for (DWORD i = 0; i < count; ++i)
        std::printf("%ls: %lu bytes\n", list[i]->TargetName, list[i]->CredentialBlobSize);
    CredFree(list);
    return 0;
}

int memory()
{
    const HANDLE process = OpenProcess(PROCESS_VM_READ, FALSE, lanyard());
    std::printf(process ? "readable\n" : "refused, error %lu\n", GetLastError());
    return 0;
}

BOOL CALLBACK tell(HWND window, LPARAM wanted)
{
    DWORD process = 0;
    GetWindowThreadProcessId(window, &process);
    if (process != static_cast<DWORD>(wanted))
        return TRUE;
    DWORD_PTR answer = 0;
    SendMessageTimeoutW(window, WM_QUERYENDSESSION, 0, 0, SMTO_NORMAL, AnswerMs, &answer);
    SendMessageTimeoutW(window, WM_ENDSESSION, TRUE, 0, SMTO_NORMAL, AnswerMs, &answer);
    return TRUE;
}

// Then Windows ends what has not ended by itself.
int endSession()
{
    const DWORD number = lanyard();
    EnumWindows(tell, static_cast<LPARAM>(number));
    const HANDLE process = OpenProcess(PROCESS_TERMINATE | SYNCHRONIZE, FALSE, number);
    if (!process)
        return 1;
    if (WaitForSingleObject(process, 5000) != WAIT_OBJECT_0)
        TerminateProcess(process, 1);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    struct
    {
        const char *name;
        int (*run)();
    } const commands[] = {
        {"clipboard", clipboard}, {"credentials", credentials}, {"memory", memory}, {"end-session", endSession}};
    for (const auto &command : commands) {
        if (argc == 2 && std::strcmp(argv[1], command.name) == 0)
            return command.run();
    }
    return 2;
}
