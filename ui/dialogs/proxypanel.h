#pragma once

#include "ui/common/typingpause.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace lanyard {

class PlainLabel;
class Preferences;
class TonedLabel;

/// A section of the preferences: the proxy for connections. A change applies as soon as it is complete.
class ProxyPanel : public QWidget
{
    Q_OBJECT

public:
    /// @p preferences must outlive the panel.
    explicit ProxyPanel(Preferences &preferences, QWidget *parent = nullptr);

private:
    void arrange();
    void showWay();
    void splitAddress();
    void choose();
    [[nodiscard]] QString hostProblem() const;
    [[nodiscard]] QString portProblem() const;
    static void say(TonedLabel *label, QLineEdit *field, const TypingPause &pause, const QString &problem);

    Preferences &m_preferences;
    QComboBox *m_way;
    QWidget *m_manual; // the fields for a manual proxy
    QComboBox *m_kind;
    QLineEdit *m_host;
    QLineEdit *m_port;
    TonedLabel *m_hostProblem;
    TonedLabel *m_portProblem;
    TypingPause m_hostPause;
    TypingPause m_portPause;
    QSet<const QWidget *> m_entered; // of the fields, those that were typed in or left
    QObject m_leaving;               // ends before the fields do
    PlainLabel *m_about;
    PlainLabel *m_notWritten;
};

} // namespace lanyard
