#pragma once

#include "core/base/secret.h"

#include <QLineEdit>

namespace lanyard {

/// A line to enter a secret. Shown as dots unless revealed; input methods are asked not to learn it; what is revealed
/// cannot be selected, because on X11 selecting puts it where every program can read it (PRIMARY).
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    [[nodiscard]] Secret secret() const { return Secret::fromText(text()); }
    /// Overwrites what was typed, and what was kept of it for undo.
    void wipe();
};

} // namespace lanyard
