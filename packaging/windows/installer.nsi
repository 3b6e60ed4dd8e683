; The installer: for the user who runs it alone, so that it asks for no administrator. Built by ./package windows with
; VERSION, FILES (the folder to install) and OUTPUT.
Target amd64-unicode
!include MUI2.nsh

Name "Lanyard"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Lanyard"
InstallDirRegKey HKCU "Software\Lanyard" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Lanyard"
VIAddVersionKey "FileDescription" "Lanyard's installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define REGISTERED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Lanyard"
!define MUI_FINISHPAGE_RUN "$INSTDIR\lanyard.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Windows writes no file over one that runs.
!macro NotWhileItRuns
    ClearErrors
    IfFileExists "$INSTDIR\lanyard.exe" 0 +6
    FileOpen $0 "$INSTDIR\lanyard.exe" a
    IfErrors 0 +3
    MessageBox MB_ICONEXCLAMATION "Lanyard is running. Close it, and start this again." /SD IDOK
    Abort
    FileClose $0
!macroend

Section
    !insertmacro NotWhileItRuns
    SetOutPath "$INSTDIR"
    File /r "${FILES}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Lanyard.lnk" "$INSTDIR\lanyard.exe"
    WriteRegStr HKCU "Software\Lanyard" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${REGISTERED}" "DisplayName" "Lanyard"
    WriteRegStr HKCU "${REGISTERED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REGISTERED}" "DisplayIcon" "$INSTDIR\lanyard.exe"
    WriteRegStr HKCU "${REGISTERED}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${REGISTERED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${REGISTERED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${REGISTERED}" "NoModify" 1
    WriteRegDWORD HKCU "${REGISTERED}" "NoRepair" 1
SectionEnd

; The user's own files and what is in the Credential Manager stay.
Section "Uninstall"
    !insertmacro NotWhileItRuns
    Delete "$SMPROGRAMS\Lanyard.lnk"
    Delete "$INSTDIR\lanyard.exe"
    Delete "$INSTDIR\*.dll"
    Delete "$INSTDIR\qt.conf"
    Delete "$INSTDIR\uninstall.exe"
    RMDir /r "$INSTDIR\platforms"
    RMDir /r "$INSTDIR\tls"
    RMDir /r "$INSTDIR\imageformats"
    RMDir /r "$INSTDIR\data"
    RMDir /r "$INSTDIR\licenses"
    RMDir "$INSTDIR"
    DeleteRegKey HKCU "${REGISTERED}"
    DeleteRegKey HKCU "Software\Lanyard"
SectionEnd
