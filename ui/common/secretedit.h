#pragma once

#include "core/base/secret.h"

#include <QLineEdit>

namespace lanyard {

/// A line edit for a secret. Shown as dots unless revealed; input methods are asked not to learn it; a revealed secret
/// cannot be selected, because on X11 a selection can be read by every program (PRIMARY).
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    [[nodiscard]] Secret secret() const { return Secret::fromText(text()); }
    /// Overwrites the typed text and its undo history.
    void wipe();
};

} // namespace lanyard
