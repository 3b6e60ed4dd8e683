#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QLabel;
class QWidget;

namespace lanyard {

/// Polite: after what is being spoken. Assertive: at once, for what must not be missed.
enum class Politeness { Polite, Assertive };

/// Makes a screen reader speak @p text, which @p about shows: what appears without a change of focus would go
/// unnoticed. Nothing happens while no assistive technology listens.
void announce(QWidget *about, const QString &text, Politeness politeness = Politeness::Polite);

/// The label's text, which becomes its accessible name too.
void announce(QLabel *label, Politeness politeness = Politeness::Polite);

/// Announces what there is to say about a field that somebody is typing in: once, when the typing pauses or the focus
/// leaves the field, and not at every key.
class LateAnnouncement : public QObject
{
    Q_OBJECT

public:
    /// @p field holds the focus meanwhile and owns this; @p about shows the text.
    LateAnnouncement(QWidget *field, QWidget *about);

    /// Empty: there is nothing to say any more, and the same text would be news again.
    void set(const QString &text);
    /// Announces at once what is still to be said.
    void flush();
    /// What was set has been announced in another way.
    void markSaid();

private:
    QWidget *m_field;
    QWidget *m_about;
    QString m_text;
    QString m_said;
    QTimer m_pause;
};

} // namespace lanyard
