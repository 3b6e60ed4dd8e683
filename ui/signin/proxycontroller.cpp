#include "ui/signin/proxycontroller.h"

#include "core/base/messagequeue.h"
#include "core/settings/proxysignins.h"
#include "ui/signin/proxysignindialog.h"

namespace lanyard {

ProxyController::ProxyController(ProxySignIns &signIns, MessageQueue &messages, QObject *parent)
    : QObject(parent), m_signIns(signIns), m_messages(messages)
{
}

void ProxyController::useKept(const QString &proxy, const std::function<void()> &again,
                              const std::function<void()> &otherwise)
{
    m_signIns.useKept(proxy).then(this, [again, otherwise](const Result<bool> &used) {
        if (used && used.value())
            again();
        else
            otherwise();
    });
}

bool ProxyController::mayBeRefused(const Error &error)
{
    return error.kind == Error::Kind::ProxyInTheWay && !error.proxyUser.isEmpty();
}

void ProxyController::ask(const Error &error, QWidget *window, const std::function<void()> &again)
{
    if (m_dialog)
        return m_dialog->activateWindow();
    const QString proxy = error.subject;
    m_dialog = new ProxySignInDialog(proxy, error.proxyUser, m_signIns.storeName(), window);
    connect(
        m_dialog, &ProxySignInDialog::entered, this,
        [this, proxy, again](const QString &userName, const Secret &password, bool keep) {
            m_signIns.use(proxy, {userName, password}, keep).then(this, [this](const Result<Done> &kept) {
                if (!kept && kept.error().kind != Error::Kind::Cancelled)
                    m_messages.show(
                        {.topic = Topic::ProxyKeychain,
                         .level = Message::Level::Warning,
                         .text = tr("%1 The proxy’s password is used until you quit.").arg(errorText(kept.error()))});
            });
            again();
        });
    m_dialog->open();
}

} // namespace lanyard

#include "moc_proxycontroller.cpp"
