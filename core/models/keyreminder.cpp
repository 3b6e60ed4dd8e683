#include "core/models/keyreminder.h"

#include "core/base/knownsecrets.h"
#include "core/base/text.h"
#include "core/document/dates.h"
#include "core/document/usersecrets.h"
#include "core/models/apikeytext.h"
#include "core/models/contentlines.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ReminderNameLength = 200;
const QString utcFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;

bool isDay(const ServiceMoment &end)
{
    return end.kind == ServiceMoment::Kind::DateAlone;
}

class KeyReminder
{
    Q_DECLARE_TR_FUNCTIONS(KeyReminder)

public:
    // Here, with the zone, since a calendar is also read elsewhere.
    static QString momentText(const QDateTime &moment)
    {
        const QDateTime local = moment.toLocalTime();
        if (local.offsetFromUtc() == 0)
            return tr("%1 UTC").arg(displayTimestamp(local));
        return tr("%1 %2 (%3 UTC)")
            .arg(displayTimestamp(local), local.timeZoneAbbreviation(), moment.toUTC().toString(u"yyyy-MM-dd HH:mm"_s));
    }
    static QString summary(const ApiKey &key)
    {
        return tr("API key “%1” expires").arg(withoutQuoteMarks(quoted(keyName(key), ReminderNameLength)));
    }
    static QString description(const ApiKey &key, const KeysOwner &owner)
    {
        const ServiceMoment &end = key.expires();
        const QString whole = isDay(end) ? tr("Key of %1 at %2. It expires at the beginning of %3 (UTC).")
                                         : tr("Key of %1 at %2. It expires on %3.");
        return whole.arg(visibleText(owner.userName, false, ReminderNameLength), owner.server,
                         isDay(end) ? end.moment.toUTC().toString(u"yyyy-MM-dd"_s) : momentText(end.moment));
    }
};

QString digest(const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : parts) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    constexpr qsizetype enough = 32;
    return QString::fromLatin1(hash.result().toHex().left(enough));
}

// By its id. Where that is missing or shared by two keys, by what else does not change; of equal ones, by their order.
QString newUid(const ApiKey &key, const KeysOwner &owner, bool isIdShared, QSet<QString> &used)
{
    QStringList parts{owner.server, owner.userId, key.id()};
    if (key.id().isEmpty() || isIdShared)
        parts << key.name() << key.createdText();
    QString uid = digest(parts);
    while (used.contains(uid))
        uid = digest({uid});
    used.insert(uid);
    return uid + "@lanyard"_L1;
}

void addAlarm(ContentLines &lines, const QString &text, const QString &trigger)
{
    lines.add(u"BEGIN"_s, u"VALARM"_s);
    lines.add(u"ACTION"_s, u"DISPLAY"_s);
    lines.addText(u"DESCRIPTION"_s, text);
    lines.add(u"TRIGGER"_s, trigger);
    lines.add(u"END"_s, u"VALARM"_s);
}

// Those that are past are left out: no calendar would show them.
void addAlarms(ContentLines &lines, const QString &text, const QDateTime &end, const QDateTime &now)
{
    if (end.addDays(-7) > now)
        addAlarm(lines, text, u"-P7D"_s);
    if (end.addDays(-1) > now)
        addAlarm(lines, text, u"-P1D"_s);
    addAlarm(lines, text, u"PT0S"_s);
}

// A moment is shown by each calendar in its own time zone. A date that the service wrote without a time stays that date
// everywhere: as a moment it would be the day before, west of Greenwich.
void addStart(ContentLines &lines, const ServiceMoment &end)
{
    if (isDay(end))
        lines.add(u"DTSTART;VALUE=DATE"_s, end.moment.toUTC().toString(u"yyyyMMdd"_s));
    else
        lines.add(u"DTSTART"_s, end.moment.toUTC().toString(utcFormat));
}

void addEvent(ContentLines &lines, const ApiKey &key, const KeysOwner &owner, const QString &uid, const QDateTime &now)
{
    const QString summary = KeyReminder::summary(key);
    lines.add(u"BEGIN"_s, u"VEVENT"_s);
    lines.add(u"UID"_s, uid);
    lines.add(u"DTSTAMP"_s, now.toUTC().toString(utcFormat));
    addStart(lines, key.expires());
    lines.addText(u"SUMMARY"_s, summary);
    lines.addText(u"DESCRIPTION"_s, KeyReminder::description(key, owner));
    lines.add(u"TRANSP"_s, u"TRANSPARENT"_s); // the time stays free
    addAlarms(lines, summary, key.expires().moment, now);
    lines.add(u"END"_s, u"VEVENT"_s);
}

} // namespace

bool hasReminder(const ApiKey &key, const QDateTime &now)
{
    return key.expires().isKnown() && key.expires().moment > now && key.state(now) != ApiKey::State::Revoked;
}

QByteArray keyReminders(const QList<ApiKey> &keys, const KeysOwner &owner, const QDateTime &now, int only)
{
    QHash<QString, int> ids;
    for (const ApiKey &key : keys)
        ++ids[key.id()];
    ContentLines lines;
    lines.add(u"BEGIN"_s, u"VCALENDAR"_s);
    lines.add(u"VERSION"_s, u"2.0"_s);
    lines.add(u"PRODID"_s, u"-//Lanyard//Lanyard//EN"_s);
    const KnownSecrets secrets(secretsOf(keys));
    const KeysOwner shownOwner{owner.server, owner.userId, withoutSecrets(owner.userName, secrets)};
    QSet<QString> used;
    bool isEmpty = true;
    for (int row = 0; row < keys.size(); ++row) {
        const ApiKey key = keys.at(row).without(secrets);
        const QString uid = newUid(key, owner, ids.value(key.id()) > 1, used);
        if (!hasReminder(key, now) || (only >= 0 && row != only))
            continue;
        addEvent(lines, key, shownOwner, uid, now);
        isEmpty = false;
    }
    lines.add(u"END"_s, u"VCALENDAR"_s);
    return isEmpty ? QByteArray() : lines.bytes();
}

} // namespace lanyard
