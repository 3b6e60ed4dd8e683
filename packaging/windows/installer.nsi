; The installer: for the user who runs it alone, so that it asks for no administrator. Built by ./package windows with
; VERSION, FILES (the folder to install), KILOBYTES (its size), REMOVAL (what removes each of the files by its name) and OUTPUT.
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

; Where an earlier version was, if that was another folder: nothing would remove it any more.
Function RemoveFromElsewhere
    ReadRegStr $1 HKCU "Software\Lanyard" "Folder"
    StrCmp $1 "" done
    StrCmp $1 $INSTDIR done
    IfFileExists "$1\uninstall.exe" 0 done
    ExecWait '"$1\uninstall.exe" /S _?=$1'
    Delete "$1\uninstall.exe"
    RMDir "$1"
done:
FunctionEnd

Section
    !insertmacro NotWhileItRuns
    Call RemoveFromElsewhere
    SetOutPath "$INSTDIR"
    File /r "${FILES}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Lanyard.lnk" "$INSTDIR\lanyard.exe"
    WriteRegStr HKCU "Software\Lanyard" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${REGISTERED}" "DisplayName" "Lanyard"
    WriteRegStr HKCU "${REGISTERED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REGISTERED}" "Publisher" "The Lanyard authors"
    WriteRegDWORD HKCU "${REGISTERED}" "EstimatedSize" ${KILOBYTES}
    WriteRegStr HKCU "${REGISTERED}" "DisplayIcon" "$INSTDIR\lanyard.exe"
    WriteRegStr HKCU "${REGISTERED}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${REGISTERED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${REGISTERED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${REGISTERED}" "NoModify" 1
    WriteRegDWORD HKCU "${REGISTERED}" "NoRepair" 1
SectionEnd

; Whatever else is in the folder stays, as do the user's own files and what is in the Credential Manager.
Section "Uninstall"
    !insertmacro NotWhileItRuns
    Delete "$SMPROGRAMS\Lanyard.lnk"
    !include "${REMOVAL}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKCU "${REGISTERED}"
    DeleteRegKey HKCU "Software\Lanyard"
SectionEnd
