#include "ui/common/secretclipboard.h"

#include "ui/common/secretmarks.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Long enough for a clipboard manager to react to an empty clipboard.
constexpr int LookAgainMs = 700;

// Of what every clipboard manager gives back of @p text: some end it at a NUL, some take line ends off, some change
// them.
QByteArray sha256(const QString &text)
{
    QString kept = text.left(text.indexOf(QChar::Null)); // -1: the whole
    kept.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    while (kept.endsWith(u'\n'))
        kept.chop(1);
    QByteArray hash = QCryptographicHash::hash((kept.isEmpty() ? text : kept).toUtf8(), QCryptographicHash::Sha256);
    wipe(kept);
    return hash;
}

// By a program that can do it without the focus.
void clearFromOutside()
{
    if (!QGuiApplication::platformName().startsWith("wayland"_L1))
        return;
    const QString tool = QStandardPaths::findExecutable(u"wl-copy"_s);
    if (!tool.isEmpty())
        QProcess::startDetached(tool, {u"--clear"_s});
}

} // namespace

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &SecretClipboard::tick);
    m_lookAgain.setInterval(LookAgainMs);
    m_lookAgain.setSingleShot(true);
    connect(&m_lookAgain, &QTimer::timeout, this, &SecretClipboard::lookAgain);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &SecretClipboard::followOwnCopies);
}

SecretClipboard::~SecretClipboard()
{
    // The receivers may be partly destroyed already.
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
    markAsSecret(*data);
    QGuiApplication::clipboard()->setMimeData(data, QClipboard::Clipboard);
    wipe(text);
    m_secondsLeft = m_clearAfterSeconds;
    m_lookAgain.stop();
    m_second.start();
    Q_EMIT copied(m_what, m_secondsLeft);
}

// By its text, whoever owns it: a clipboard manager may have taken it over, or may restore it after it was cleared. A
// program on X11 that owns it and does not answer is waited for 5 s by Qt, for each form of a text once more: so it is
// asked which it has first, and one that has none is not asked for them.
bool SecretClipboard::isThere() const
{
    const QMimeData *data = m_sha256.isEmpty() ? nullptr : QGuiApplication::clipboard()->mimeData();
    return data && !data->formats().isEmpty() && sha256(data->text()) == m_sha256;
}

void SecretClipboard::clearNow()
{
    m_second.stop();
    m_lookAgain.stop();
    if (m_sha256.isEmpty())
        return;
    if (!isThere())
        return letGo();
    m_wasBroughtBack = false;
    QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
    if (isThere())
        return clearLater();
    m_lookAgain.start();
    Q_EMIT cleared(m_what);
}

// Something else is on the clipboard.
void SecretClipboard::letGo()
{
    m_second.stop();
    m_lookAgain.stop();
    forget();
    Q_EMIT replaced(m_what);
}

// A while after it was cleared. Some managers restore the last content on an empty clipboard: then it is replaced with
// a blank, which they leave alone.
void SecretClipboard::lookAgain()
{
    if (!isThere()) {
        if (m_wasBroughtBack)
            Q_EMIT keptByManager(m_what);
        return forget();
    }
    if (m_wasBroughtBack)
        return clearLater();
    m_wasBroughtBack = true;
    QGuiApplication::clipboard()->setText(u" "_s);
    m_lookAgain.start();
}

void SecretClipboard::forget()
{
    m_sha256.clear();
    Q_EMIT settled();
}

void SecretClipboard::clearLater()
{
    clearFromOutside();
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &SecretClipboard::clearAtNextFocus,
            Qt::UniqueConnection);
    Q_EMIT clearFailed(m_what);
    Q_EMIT settled();
}

void SecretClipboard::clearAtNextFocus()
{
    if (QGuiApplication::applicationState() != Qt::ApplicationActive)
        return;
    disconnect(qApp, &QGuiApplication::applicationStateChanged, this, &SecretClipboard::clearAtNextFocus);
    clearNow();
}

// The user has copied something else in this program. What other programs do is seen within a second (see tick()), and
// would have to be waited for.
void SecretClipboard::followOwnCopies()
{
    if (m_second.isActive() && QGuiApplication::clipboard()->ownsClipboard() && !isThere())
        letGo();
}

void SecretClipboard::tick()
{
    --m_secondsLeft;
    // Reading another program's clipboard content blocks on that program: only if it is not ours any more.
    if (m_secondsLeft <= 0)
        clearNow();
    else if (QGuiApplication::clipboard()->ownsClipboard() || isThere())
        Q_EMIT countedDown(m_what, m_secondsLeft);
    else
        letGo();
}

} // namespace lanyard

#include "moc_secretclipboard.cpp"
