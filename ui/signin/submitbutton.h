#pragma once

#include <QElapsedTimer>
#include <QPushButton>

class QKeyEvent;

namespace lanyard {

/// A button for which one press is one attempt: a service counts them, and the result of one should be read before the
/// next. A double click and a held Enter press it once.
class SubmitButton : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    /// The press was answered with a question that the next press confirms, but not the second half of a double click,
    /// which was made before the question could be read.
    void askAgain() { m_sinceAsked.start(); }
    /// Whether a press now is to be taken. If not, the time to read the question starts anew.
    [[nodiscard]] bool takePress();

    [[nodiscard]] static bool isHeldEnter(const QKeyEvent &event);

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QElapsedTimer m_sinceAsked; // invalid: nothing was asked
};

} // namespace lanyard
