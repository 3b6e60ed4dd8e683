#include "core/models/apikeytext.h"

#include "core/base/text.h"
#include "core/document/dates.h"
#include "core/models/noname.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using MomentKind = ServiceMoment::Kind;

constexpr qsizetype NameLength = 500;
constexpr qsizetype WholeDescriptionLength = 2000;
constexpr qsizetype UnknownLength = 60;

class ApiKeyText
{
    Q_DECLARE_TR_FUNCTIONS(ApiKeyText)

public:
    static QString unknownMoment() { return tr("unknown: %1"); }
    static QString both() { return tr("%1 (%2)", "a time, and the same in UTC"); }
    static QString days(int count) { return tr("%n day(s)", "it expires in", count); }
    static QString hours(int count) { return tr("%n hour(s)", "it expires in", count); }
    static QString minutes(int count) { return tr("%n minute(s)", "it expires in", count); }
    static QString moment() { return tr("less than a minute", "it expires in"); }
    static QString twice() { return tr("unknown (in the response twice: %1)"); }
    static QString other() { return tr("unknown (%1: %2)"); }
    static QString revoked() { return tr("unknown (revoked: %1)"); }
    static QString created() { return tr("unknown (created: %1)"); }
    static QString expires() { return tr("unknown (expires: %1)"); }
};

QString shortly(const QString &text)
{
    return visibleText(text, false, UnknownLength);
}

} // namespace

QString momentText(const ServiceMoment &moment)
{
    switch (moment.kind) {
    case MomentKind::Nothing:
        break;
    case MomentKind::Moment:
        return displayTimestamp(moment.moment);
    case MomentKind::DateAlone:
        return displayDate(moment.moment.date());
    case MomentKind::Unreadable:
        return ApiKeyText::unknownMoment().arg(shortMember(moment.text));
    }
    return {};
}

QString exactMoment(const ServiceMoment &moment)
{
    if (moment.kind == MomentKind::DateAlone)
        return leftToRight(moment.moment.toString(u"yyyy-MM-dd"_s));
    return moment.kind == MomentKind::Moment ? leftToRight(moment.moment.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s))
                                             : momentText(moment);
}

QString wholeMoment(const ServiceMoment &moment)
{
    return moment.kind == MomentKind::Moment
               ? ApiKeyText::both().arg(inOwnDirection(momentText(moment)), exactMoment(moment))
               : momentText(moment);
}

QString linesOf(const QString &text)
{
    QStringList lines = text.left(WholeDescriptionLength).split(u'\n');
    for (QString &line : lines)
        line = visibleText(line.endsWith(u'\r') ? line.chopped(1) : line);
    return visibleText(lines.join(u'\n'), true, WholeDescriptionLength);
}

QString shortMember(const QString &text)
{
    return visibleText(text, false, NameLength);
}

QString unknownStatus(const ApiKey &key)
{
    if (const auto &member = key.doubledMember())
        return ApiKeyText::twice().arg(shortly(*member));
    if (!key.revoked())
        return ApiKeyText::revoked().arg(shortly(key.revokedText()));
    if (const auto &other = key.otherMember())
        return ApiKeyText::other().arg(shortly(other->name), shortly(other->text));
    if (key.expires().kind != MomentKind::Unreadable)
        return ApiKeyText::created().arg(momentText(key.created()));
    return ApiKeyText::expires().arg(shortly(key.expires().text));
}

QString secretText(const Secret &secret, bool revealed)
{
    return revealed ? visibleText(secret.exposeText()) : maskedSecret(secret);
}

QString timeLeftText(const TimeLeft &left)
{
    const int count = static_cast<int>(left.count);
    if (left.unit == TimeLeft::Unit::Days)
        return ApiKeyText::days(count);
    if (left.unit == TimeLeft::Unit::Hours)
        return ApiKeyText::hours(count);
    return count > 0 ? ApiKeyText::minutes(count) : ApiKeyText::moment();
}

QString keyName(const ApiKey &key)
{
    return isBlank(key.name()) ? noName() : key.name();
}

QString wholeKeyName(const ApiKey &key)
{
    return visibleText(keyName(key), false, WholeDescriptionLength);
}

QString quotedKeyName(const ApiKey &key)
{
    constexpr qsizetype longest = 40;
    return quoted(keyName(key), longest);
}

} // namespace lanyard
