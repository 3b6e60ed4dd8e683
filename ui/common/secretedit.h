#pragma once

#include "core/base/secret.h"

#include <QLineEdit>

#include <functional>

namespace lanyard {

/// A line edit for a secret. Shown as dots unless revealed; input methods are asked not to learn it. What is selected
/// can be typed over, but neither copied nor cut, nor is it what X11 calls the selection (PRIMARY), which every program
/// can read: as little when it is revealed as when it is not.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    [[nodiscard]] Secret secret() const { return Secret::fromText(text()); }
    /// Overwrites the typed text and its undo history.
    void wipe();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void doHidden(const std::function<void()> &act);

    bool m_isRevealed = false;
};

} // namespace lanyard
