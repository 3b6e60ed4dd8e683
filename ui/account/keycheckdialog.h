#pragma once

#include "core/document/apikey.h"
#include "core/session/keycheck.h"

#include <QDialog>

#include <memory>
#include <optional>

class QPushButton;

namespace lanyard {

class DocumentEdits;
class PlainLabel;
class TonedLabel;

/// Asks the service whom a key belongs to, and says what it answers. Closing it ends the call.
class KeyCheckDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is known to be secret in @p edits, which must outlive the dialog, is not said.
    KeyCheckDialog(std::unique_ptr<KeyCheck> check, const ApiKey &key, const DocumentEdits &edits, QWidget *parent);

Q_SIGNALS:
    /// The service has answered: it accepts the key, or it does not.
    void answered(bool isAccepted);

private:
    void showResult(const Result<KeyHolder> &holder);
    void say();

    std::unique_ptr<KeyCheck> m_check;
    const DocumentEdits &m_edits;
    ApiKey m_key;
    std::optional<Result<KeyHolder>> m_result;
    TonedLabel *m_mark;
    PlainLabel *m_text;
    QPushButton *m_close;
};

} // namespace lanyard
