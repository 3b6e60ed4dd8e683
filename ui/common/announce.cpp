#include "ui/common/announce.h"

#include "core/base/codepoint.h"
#include "core/base/text.h"
#include "ui/common/sendannouncement.h"
#include "ui/common/toldevents.h"
#include "ui/look/plainlabel.h"

#include <QAccessible>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype LongestSpoken = 1000; // a minute

constexpr char QuietProperty[] = "quietWhileHidden";

bool isKeptQuiet(const QWidget *about)
{
    for (; about; about = about->parentWidget()) {
        if (!about->isVisible() && about->property(QuietProperty).toBool())
            return true;
    }
    return false;
}

// As the texts of the window are, whose words may be the service's. The marks of directions are for the eye.
QString announcedText(const QString &text)
{
    QString plain = withoutQuoteMarks(text);
    plain.removeIf([](QChar c) { return isDirectionMark(c.unicode()); });
    return visibleText(plain, true, LongestSpoken);
}

} // namespace

void keepQuietWhileHidden(QWidget &view)
{
    view.setProperty(QuietProperty, true);
}

void announce(QWidget *about, const QString &text, Politeness politeness)
{
    if (!QAccessible::isActive() || text.isEmpty() || isKeptQuiet(about))
        return;
    tellHeldFocus();
    sendAnnouncement(about, announcedText(text), politeness);
}

void announceAfterFocus(QWidget *about, const QString &text)
{
    QMetaObject::invokeMethod(
        about, [about, text] { announce(about, text); }, Qt::QueuedConnection);
}

void announce(PlainLabel *label, Politeness politeness)
{
    announce(label, label->text(), politeness);
}

LateAnnouncement::LateAnnouncement(QWidget *field, QWidget *about)
    : QObject(field), m_about(about), m_pause(field, [this] { flush(); })
{
}

void LateAnnouncement::set(const QString &text)
{
    m_text = text;
    m_isOver = false;
    if (text.isEmpty()) {
        m_said.clear();
        m_pause.cancel();
    } else if (text != m_said) {
        m_pause.await();
    }
}

void LateAnnouncement::end(const QString &text)
{
    const bool isNews = !m_text.isEmpty() && (!m_isOver || m_pause.isAwaited());
    if (!isNews)
        return;
    set(text);
    m_isOver = true;
}

void LateAnnouncement::flush()
{
    m_pause.cancel();
    if (std::exchange(m_said, m_text) != m_text)
        announceAfterFocus(m_about, m_text);
}

void LateAnnouncement::markSaid()
{
    m_pause.cancel();
    m_said = m_text;
}

} // namespace lanyard

#include "moc_announce.cpp"
