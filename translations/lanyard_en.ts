<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n hour(s).</source>
        <translation>
            <numerusform>Try again in %n hour.</numerusform>
            <numerusform>Try again in %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApiKeyText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>it expires in</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>it expires in</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>it expires in</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApiKeysSummary</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) expire within 24 hours: %1</source>
        <translation>
            <numerusform>%n key expires within 24 hours: %1</numerusform>
            <numerusform>%n keys expire within 24 hours: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) expire within %1 days: %2</source>
        <translation>
            <numerusform>%n key expires within %1 days: %2</numerusform>
            <numerusform>%n keys expire within %1 days: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::KeyActions</name>
    <message numerus="yes">
        <source>Client secret of “%1” revealed for %n second(s).</source>
        <translation>
            <numerusform>Client secret of “%1” revealed for %n second.</numerusform>
            <numerusform>Client secret of “%1” revealed for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key “%1” revealed for %n second(s).</source>
        <translation>
            <numerusform>Key “%1” revealed for %n second.</numerusform>
            <numerusform>Key “%1” revealed for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ApiKeysModel</name>
    <message numerus="yes">
        <source>%n entry(s) in the service’s list of API keys cannot be read.</source>
        <translation>
            <numerusform>%n entry in the service’s list of API keys cannot be read.</numerusform>
            <numerusform>%n entries in the service’s list of API keys cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::SettingsModel</name>
    <message numerus="yes">
        <source>%n entry(s) in the service’s list of settings cannot be read.</source>
        <translation>
            <numerusform>%n entry in the service’s list of settings cannot be read.</numerusform>
            <numerusform>%n entries in the service’s list of settings cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) with a remark</source>
        <translation>
            <numerusform>%n setting with a remark</numerusform>
            <numerusform>%n settings with a remark</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::SaveBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need attention</source>
        <translation>
            <numerusform>%n field needs attention</numerusform>
            <numerusform>%n fields need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n also changed elsewhere</source>
        <translation>
            <numerusform>%n also changed elsewhere</numerusform>
            <numerusform>%n also changed elsewhere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::PreferencesDialog</name>
    <message numerus="yes">
        <source>Enter a whole number from %1 to %2. Until then, %n second(s) apply.</source>
        <translation>
            <numerusform>Enter a whole number from %1 to %2. Until then, %n second applies.</numerusform>
            <numerusform>Enter a whole number from %1 to %2. Until then, %n seconds apply.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::SaveMessages</name>
    <message numerus="yes">
        <source>%n change(s) cannot be saved: the service has removed or locked what you changed. Review shows your changes.</source>
        <translation>
            <numerusform>%n change cannot be saved: the service has removed or locked what you changed. Review shows it.</numerusform>
            <numerusform>%n changes cannot be saved: the service has removed or locked what you changed. Review shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be saved: the service has given these settings another type since, and what you entered does not fit it. Correct what is marked.</source>
        <translation>
            <numerusform>%n change cannot be saved: the service has given this setting another type since, and what you entered does not fit it. Correct what is marked.</numerusform>
            <numerusform>%n changes cannot be saved: the service has given these settings another type since, and what you entered does not fit it. Correct what is marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to settings could not be saved, because the service left all settings out of its response. They are kept here.</source>
        <translation>
            <numerusform>%n change to a setting could not be saved, because the service left all settings out of its response. It is kept here.</numerusform>
            <numerusform>%n changes to settings could not be saved, because the service left all settings out of its response. They are kept here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known whether %n change(s) to settings were saved, because the service left all settings out of its response. They are kept here.</source>
        <translation>
            <numerusform>It is not known whether %n change to a setting was saved, because the service left all settings out of its response. It is kept here.</numerusform>
            <numerusform>It is not known whether %n changes to settings were saved, because the service left all settings out of its response. They are kept here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service does not show %n change(s) yet. They are kept here; the rest is saved.</source>
        <translation>
            <numerusform>The service does not show %n change yet. It is kept here; the rest is saved.</numerusform>
            <numerusform>The service does not show %n changes yet. They are kept here; the rest is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service has removed, renamed or moved %n setting(s) that you changed: %1. They cannot be saved; Review shows what you changed.</source>
        <translation>
            <numerusform>The service has removed, renamed or moved a setting that you changed: %1. It cannot be saved; Review shows what you changed.</numerusform>
            <numerusform>The service has removed, renamed or moved %n settings that you changed: %1. They cannot be saved; Review shows what you changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service did not take %n change(s). They are marked.</source>
        <translation>
            <numerusform>The service did not take %n change. It is marked.</numerusform>
            <numerusform>The service did not take %n changes. They are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service did not take %n change(s). They are marked; the rest is saved.</source>
        <translation>
            <numerusform>The service did not take %n change. It is marked; the rest is saved.</numerusform>
            <numerusform>The service did not take %n changes. They are marked; the rest is saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::StatusLine</name>
    <message numerus="yes">
        <source>Session ends in %n min</source>
        <translation>
            <numerusform>Session ends in %n min</numerusform>
            <numerusform>Session ends in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Session ends in %n h</source>
        <translation>
            <numerusform>Session ends in %n h</numerusform>
            <numerusform>Session ends in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message numerus="yes">
        <source>%n value(s) must be corrected before you can save.</source>
        <translation>
            <numerusform>%n value must be corrected before you can save.</numerusform>
            <numerusform>%n values must be corrected before you can save.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you do not save, %n change(s) will be lost.</source>
        <translation>
            <numerusform>If you do not save, %n change will be lost.</numerusform>
            <numerusform>If you do not save, %n changes will be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you do not save, %n change(s) for %1 will be lost.</source>
        <translation>
            <numerusform>If you do not save, %n change for %1 will be lost.</numerusform>
            <numerusform>If you do not save, %n changes for %1 will be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::AccountsButton</name>
    <message numerus="yes">
        <source>%n other account(s) need attention</source>
        <translation>
            <numerusform>%n other account needs you</numerusform>
            <numerusform>%n other accounts need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::LeavingAll</name>
    <message numerus="yes">
        <source>%1: %n change(s)</source>
        <translation>
            <numerusform>%1: %n change</numerusform>
            <numerusform>%1: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::AccountMenu</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ApiKeysPage</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::SavingController</name>
    <message numerus="yes">
        <source>%n change(s) discarded. %1 brings back what you entered.</source>
        <translation>
            <numerusform>%n change discarded. %1 brings back what you entered.</numerusform>
            <numerusform>%n changes discarded. %1 brings back what you entered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) discarded</source>
        <translation>
            <numerusform>%n change discarded</numerusform>
            <numerusform>%n changes discarded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::SettingsPage</name>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::CountryFieldEditor</name>
    <message numerus="yes">
        <source>%n countries</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ProfilePage</name>
    <message numerus="yes">
        <source>%n field(s) were changed elsewhere: %1.</source>
        <translation>
            <numerusform>%n field was changed elsewhere: %1.</numerusform>
            <numerusform>%n fields were changed elsewhere: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::SettingRemark</name>
    <message numerus="yes">
        <source>%n setting(s) were changed elsewhere: %1.</source>
        <translation>
            <numerusform>%n setting was changed elsewhere: %1.</numerusform>
            <numerusform>%n settings were changed elsewhere: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::NewsElsewhere</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ReviewDialog</name>
    <message numerus="yes">
        <source>%n change(s) must be corrected or undone before you can save.</source>
        <translation>
            <numerusform>%n change must be corrected or undone before you can save.</numerusform>
            <numerusform>%n changes must be corrected or undone before you can save.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were also changed elsewhere: when you save, you choose what to keep.</source>
        <translation>
            <numerusform>%n field was also changed elsewhere: when you save, you choose what to keep.</numerusform>
            <numerusform>%n fields were also changed elsewhere: when you save, you choose what to keep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message numerus="yes">
        <source>(and %n more character(s))</source>
        <translation>
            <numerusform>(and %n more character)</numerusform>
            <numerusform>(and %n more characters)</numerusform>
        </translation>
    </message>
</context>
</TS>
