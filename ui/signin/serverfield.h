#pragma once

#include "core/base/error.h"

#include <QComboBox>

namespace lanyard {

/// The address of the service: typed, pasted, or one of those used before.
class ServerField : public QComboBox
{
    Q_OBJECT

public:
    explicit ServerField(QWidget *parent = nullptr);

    /// The servers to choose from; the content of the field stays.
    void setServers(const QStringList &servers);
    /// What is shown is what is used: corrects a pasted address in place. True if that makes it a different server,
    /// which the user has to see before anything is sent to it.
    [[nodiscard]] bool correct();
    /// The host, for a sentence; the whole content if it has none.
    [[nodiscard]] QString host() const;
    [[nodiscard]] bool isBlank() const { return currentText().trimmed().isEmpty(); }
    /// Whether a different address would help.
    [[nodiscard]] static bool isWrong(const Error &error);
    /// For assistive technology; empty: nothing is wrong with the address.
    void describe(const QString &problem);
    /// Focuses and selects the address, to be typed again.
    void correctByHand();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void dropInvisible(const QString &text);
};

} // namespace lanyard
