#pragma once

#include "ui/common/typingpause.h"

#include <QObject>
#include <QString>

class QWidget;

namespace lanyard {

class PlainLabel;

/// Polite: after the current speech. Assertive: at once, for what must not be missed.
enum class Politeness { Polite, Assertive };

/// Makes a screen reader speak @p text, which @p about shows: text that appears without a change of focus would go
/// unnoticed. Of a very long one the beginning; with marks for what cannot be seen, as in visibleText(). Does nothing
/// unless assistive technology is listening.
void announce(QWidget *about, const QString &text, Politeness politeness = Politeness::Polite);

/// The same, politely, once what happens now is over: where the focus is leaving, the next control is told of before
/// this, and does not cut it off.
void announceAfterFocus(QWidget *about, const QString &text);

/// From now on nothing in @p view is announced while it is hidden: it would be taken for what is shown instead.
void keepQuietWhileHidden(QWidget &view);

/// Announces the label's text, which also becomes its accessible name.
void announce(PlainLabel *label, Politeness politeness = Politeness::Polite);

/// Announces a remark about a field during typing: once, when the typing pauses or the focus leaves the field, rather
/// than at every key press.
class LateAnnouncement : public QObject
{
    Q_OBJECT

public:
    /// @p field has the focus meanwhile and owns this; @p about shows the text.
    LateAnnouncement(QWidget *field, QWidget *about);

    /// Empty: there is no remark any more, and the same text would be news again.
    void set(const QString &text);
    /// It is another question now: the same answer to it is news.
    void beginAnew() { m_said.clear(); }
    /// The remark is over, as that of a filter which is cleared: @p text says in the same way, once, what there is now.
    /// Nothing if there was no remark.
    void end(const QString &text);
    /// Announces a pending text at once.
    void flush();
    /// The text has been announced in another way.
    void markSaid();

private:
    QWidget *m_about;
    QString m_text;
    QString m_said;
    bool m_isOver = false; // by end()
    TypingPause m_pause;
};

} // namespace lanyard
