#include "core/workspace/savemessages.h"

#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace lanyard {

Message SaveMessages::arrived(const SaveResult &result)
{
    Message message{.topic = Topic::Save};
    if (result.isCancelled)
        message.text = tr("You cancelled the save, but your changes had already arrived: they were read back.");
    else if (result.doubt && result.doubt->kind == Error::Kind::OutcomeUnknown)
        message.text = tr("The save was not confirmed, but your changes arrived: they were read back.");
    else
        message.text = withServersWords(
            tr("The save was answered with an error, but your changes arrived: they were read back."), *result.doubt);
    return message;
}

// Not "were not saved": a service, or a gateway in front of it, that is only slow may still carry it out.
QString SaveMessages::unseen(const SaveResult &result)
{
    const bool isLost = !result.doubt || result.doubt->kind == Error::Kind::OutcomeUnknown;
    const QString said = isLost ? tr("The save was not confirmed.") : errorText(*result.doubt);
    const QString now = result.isAllMissing
                            ? tr("The service does not show your changes yet. They are kept here.")
                            : tr("The service does not show %n change(s) yet. They are kept here; the rest is saved.",
                                 nullptr, static_cast<int>(result.notKept.size()));
    return said + u' ' + now;
}

Message SaveMessages::missing(const SaveResult &result, const std::function<void()> &again)
{
    Message message{.topic = Topic::Save, .level = Message::Level::Warning};
    const int count = static_cast<int>(result.notKept.size());
    const QString rest = result.isAllMissing ? QString() : u' ' + tr("The rest is saved.");
    switch (result.missing) {
    case SaveResult::Missing::HasNoPlace:
        message.text = tr("%n change(s) cannot be saved: the service has removed or locked what you changed. Review "
                          "shows your changes.",
                          nullptr, count) +
                       rest;
        break;
    case SaveResult::Missing::NoFit:
        message.text = tr("%n change(s) cannot be saved: the service has given these settings another type since, and "
                          "what you entered does not fit it. Correct what is marked.",
                          nullptr, count) +
                       rest;
        break;
    case SaveResult::Missing::LeftOut:
        message.text = tr("%n change(s) to settings could not be saved, because the service left all settings out of "
                          "its response. They are kept here.",
                          nullptr, count);
        message.action = {tr("Try again"), again};
        break;
    case SaveResult::Missing::NotShown:
        message.text = tr("It is not known whether %n change(s) to settings were saved, because the service left all "
                          "settings out of its response. They are kept here.",
                          nullptr, count);
        message.action = {tr("Try again"), again};
        break;
    case SaveResult::Missing::Unseen:
        message.text = unseen(result);
        message.action = {tr("Try again"), again};
        break;
    case SaveResult::Missing::Refused:
        message.text =
            result.isAllMissing
                ? tr("The service did not take %n change(s). They are marked.", nullptr, count)
                : tr("The service did not take %n change(s). They are marked; the rest is saved.", nullptr, count);
        if (result.doubt)
            message.text = withServersWords(message.text, *result.doubt);
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

// To send the same again would not help, and the bar to save from leads to the review.
Message SaveMessages::refused(const SaveResult &result)
{
    Message message = Message::about(Topic::Save, result.error, {});
    message.text = failed(result);
    return message;
}

// Another save reads first: to reload would be a second way to the same.
QString SaveMessages::failed(const SaveResult &result)
{
    if (result.error.kind == Error::Kind::OutcomeUnknown)
        return tr("Your changes may not have been saved; they are kept here. The service did not confirm the save. "
                  "Try again: what has arrived is read first.");
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
    return {.topic = Topic::Lost,
            .level = Message::Level::Warning,
            .text = tr("The service has removed, renamed or moved %n setting(s) that you changed: %1. They cannot be "
                       "saved; Review shows what you changed.",
                       nullptr, static_cast<int>(labels.size()))
                        .arg(names)};
}

Message SaveMessages::dropped(const QString &label, const QString &text)
{
    Message message{.topic = Topic::Save, .level = Message::Level::Warning};
    message.text = tr("%1 can no longer be changed.").arg(quoted(label));
    if (!text.isNull())
        message.text += u' ' + tr("You had typed: %1").arg(quoted(text, 300));
    return message;
}

} // namespace lanyard
