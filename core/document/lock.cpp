#include "core/document/lock.h"

#include "core/document/exactnumber.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

Error lockOf(Error::Kind kind, const QString &member)
{
    Error error = errorOf(kind);
    error.subject = member;
    return error;
}

} // namespace

Error doubledMember(const QString &member)
{
    return lockOf(Error::Kind::DoubledMember, member);
}

bool isInexactNumber(const JsonSource &source, const JsonSource::Span &span)
{
    const QByteArrayView text = source.at(span);
    return !text.isEmpty() &&
           (text.front() == '-' || text.front() == '.' || (text.front() >= '0' && text.front() <= '9')) &&
           !survives(text);
}

std::optional<Error> memberLock(const JsonSource &object, const QString &member)
{
    if (object.wouldBeDoubled(member))
        return doubledMember(member);
    if (isInexactNumber(object, object.value(member)))
        return lockOf(Error::Kind::InexactNumber, member);
    return std::nullopt;
}

std::optional<Error> settingLock(const JsonSource &setting)
{
    if (setting.doubledMember())
        return doubledMember(u"settings"_s);
    if (setting.wouldBeDoubled(u"id"_s))
        return doubledMember(u"id"_s);
    return memberLock(setting, u"value"_s);
}

} // namespace lanyard
