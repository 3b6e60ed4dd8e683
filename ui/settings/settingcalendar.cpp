#include "ui/settings/settingcalendar.h"

#include "core/models/settingmoment.h"
#include "core/models/settingsmodel.h"
#include "ui/common/datecalendar.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"
#include "ui/settings/settingeditors.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class SettingCalendarText
{
    Q_DECLARE_TR_FUNCTIONS(SettingCalendar)

public:
    static QString calendarFor(const QString &name) { return tr("Calendar for %1").arg(name); }
};

} // namespace

bool hasCalendar(const QModelIndex &setting)
{
    const SettingKind kind = settingKindOf(setting);
    const bool isDate =
        kind == SettingKind::Date || kind == SettingKind::DateTime || kind == SettingKind::DateTimeOffset;
    return isDate && !isSecretSetting(setting);
}

void addCalendar(QLineEdit &edit, const QModelIndex &setting,
                 const std::function<SettingReading(const QString &text)> &read)
{
    const SettingKind kind = settingKindOf(setting);
    if (!hasCalendar(setting))
        return;
    // What the text stands for, or stood for when the editor was opened.
    const auto stored = [&edit, read, kind, before = setting.data(Qt::EditRole).toString()] {
        const SettingReading reading = read(edit.text());
        return reading.ok() && dayOfMoment(kind, reading.text).isValid() ? reading.text : before;
    };
    const auto standing = [stored, kind] {
        const QDate day = dayOfMoment(kind, stored());
        return day.isValid() ? day : QDate::currentDate();
    };
    const QString name =
        SettingCalendarText::calendarFor(setting.siblingAtColumn(SettingsModel::Name).data().toString());
    auto *calendar = new DateCalendar(edit, edit, name, standing);
    QObject::connect(calendar, &DateCalendar::chosen, &edit, [&edit, stored, read, kind](QDate day) {
        const QStringList texts = momentTextsOn(day, kind, stored());
        const auto readable =
            std::find_if(texts.begin(), texts.end(), [&read](const QString &text) { return read(text).ok(); });
        edit.selectAll();
        edit.insert(readable == texts.end() ? texts.first() : *readable); // which can be undone
    });
    // The text as it was, whole beside the button, however narrow the column is.
    edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance(edit.text()) + 2 * targetSide());
    QAction *open = edit.addAction(icon("calendar"_L1), QLineEdit::TrailingPosition);
    open->setText(name);
    QObject::connect(open, &QAction::triggered, calendar, [&edit, calendar] { calendar->open(edit); });
}

} // namespace lanyard
