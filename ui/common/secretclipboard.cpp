#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QByteArray sha256(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

// What clipboard histories and cloud clipboards look for to leave a secret alone, on each system in its own way.
void markAsSecret(QMimeData *data)
{
    data->setData(u"x-kde-passwordManagerHint"_s, QByteArrayLiteral("secret"));
#if defined(Q_OS_WIN)
    const QByteArray no(4, '\0');
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, no);
    data->setData(u"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""_s, no);
    data->setData(u"application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\""_s, no);
#endif
}

} // namespace

SecretClipboard::SecretClipboard(int clearAfterSeconds, QObject *parent)
    : QObject(parent), m_clearAfterSeconds(clearAfterSeconds)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &SecretClipboard::tick);
}

SecretClipboard::~SecretClipboard()
{
    // Whoever listens may be half destroyed already.
    blockSignals(true);
    if (QGuiApplication::instance())
        clearNow();
}

void SecretClipboard::copy(const Secret &secret, const QString &what)
{
    QString text = secret.exposeText();
    m_sha256 = sha256(text);
    m_what = what;
    auto *data = new QMimeData;
    data->setText(text);
    markAsSecret(data);
    QGuiApplication::clipboard()->setMimeData(data, QClipboard::Clipboard);
    wipe(text);
    m_secondsLeft = m_clearAfterSeconds;
    m_second.start();
    Q_EMIT copied(m_what, m_secondsLeft);
}

bool SecretClipboard::isOurs() const
{
    // Ownership is asked first: reading a foreign clipboard waits for its owner.
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return !m_sha256.isEmpty() && clipboard->ownsClipboard() && sha256(clipboard->text()) == m_sha256;
}

void SecretClipboard::clearNow()
{
    m_second.stop();
    if (m_sha256.isEmpty())
        return;
    if (!isOurs()) {
        m_sha256.clear();
        Q_EMIT replaced(m_what);
        return;
    }
    QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
    const bool stays = sha256(QGuiApplication::clipboard()->text()) == m_sha256;
    m_sha256.clear();
    if (stays)
        Q_EMIT clearFailed(m_what);
    else
        Q_EMIT cleared(m_what);
}

void SecretClipboard::tick()
{
    --m_secondsLeft;
    if (m_secondsLeft > 0 && isOurs())
        Q_EMIT countedDown(m_what, m_secondsLeft);
    else
        clearNow();
}

} // namespace lanyard
