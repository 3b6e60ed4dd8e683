#pragma once

#include <QObject>

class QEvent;
class QWidget;

namespace lanyard {

/// Whether it enters or deletes text.
[[nodiscard]] bool isTyping(const QEvent &event);

/// Whether the user has typed into a widget, or into a dialog that belongs to it, since a certain moment: a dialog that
/// opened by itself would take what is typed next for answers.
class TypingWatch : public QObject
{
    Q_OBJECT

public:
    /// @p root must outlive it.
    explicit TypingWatch(const QWidget &root);

    void startAnew() { m_hasTyped = false; }
    [[nodiscard]] bool hasTyped() const { return m_hasTyped; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const QWidget &m_root;
    bool m_hasTyped = false;
};

} // namespace lanyard
