#include "core/workspace/savemessages.h"

using namespace Qt::StringLiterals;

namespace lanyard {

Message SaveMessages::arrived(const SaveResult &result)
{
    Message message{.topic = Topic::Save};
    if (result.isCancelled)
        message.text = tr("You cancelled the save, but your changes had already arrived: they were read back.");
    else if (result.doubt && result.doubt->kind == Error::Kind::OutcomeUnknown)
        message.text = tr("The connection was lost while saving, but your changes arrived: they were read back.");
    else
        message.text = tr("The save was answered with an error, but your changes arrived: they were read back.");
    return message;
}

Message SaveMessages::missing(const SaveResult &result, const std::function<void()> &again)
{
    Message message{.topic = Topic::Save, .level = Message::Level::Warning};
    const int count = static_cast<int>(result.notKept.size());
    switch (result.missing) {
    case SaveResult::Missing::HasNoPlace:
        message.text = tr("%n change(s) cannot be saved: the service no longer has the setting, or has locked it. "
                          "Review shows what you changed.",
                          nullptr, count);
        break;
    case SaveResult::Missing::NotArrived:
        message.text =
            result.isAllMissing
                ? tr("The connection was lost while saving, and your changes did not arrive. They are still here.")
                : tr("The connection was lost while saving, and %n change(s) did not arrive. They are still here; the "
                     "service already has the rest.",
                     nullptr, count);
        message.action = {tr("Try again"), again};
        break;
    case SaveResult::Missing::Refused:
        message.text = tr("The service did not take %n change(s). They are marked.", nullptr, count);
        break;
    }
    return message;
}

Message SaveMessages::cancelled(bool wasSent, const std::function<void()> &again)
{
    Message message{.topic = Topic::Save, .level = wasSent ? Message::Level::Warning : Message::Level::Info};
    message.text = wasSent ? tr("You cancelled the save after your changes were sent. The service may still carry it "
                                "out; they are kept here, too.")
                           : tr("The save was cancelled. Nothing was sent; your changes are kept here.");
    message.action = {tr("Save again"), again};
    return message;
}

QString SaveMessages::failed(const SaveResult &result)
{
    const QString said = errorText(result.error);
    return result.kind == SaveResult::Kind::Unknown
               ? tr("Your changes may not have been saved; they are kept here. %1").arg(said)
               : tr("Your changes were not saved; they are kept here. %1").arg(said);
}

Message SaveMessages::lost(const QStringList &labels)
{
    constexpr qsizetype most = 3;
    QString names = labels.mid(0, most).join(u", "_s);
    if (labels.size() > most)
        names += u"…"_s;
    return {.topic = Topic::Save,
            .level = Message::Level::Warning,
            .text = tr("The service no longer has %n setting(s) that you changed: %1. They cannot be saved; Review "
                       "shows what you changed.",
                       nullptr, static_cast<int>(labels.size()))
                        .arg(names)};
}

} // namespace lanyard
