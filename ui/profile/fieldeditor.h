#pragma once

#include "core/document/userfields.h"

#include <QVariant>
#include <QWidget>

namespace lanyard {

/// Edits one field's value. What it shows is what counts, however it was entered: by keyboard, input method, paste,
/// drop, or the accessibility interface. Setting a value never emits; the receiver recognises an editor's own changes
/// and does not set them again.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The editor for that kind; the field's label becomes the accessible name. Owned by @p parent.
    [[nodiscard]] static FieldEditor *create(const UserField &field, QWidget *parent);

    /// For a date and a country ProfileModel's TypingRole, otherwise its EditRole.
    virtual void setValue(const QVariant &value) = 0;
    /// The same while the user types, for a value that is not what was typed: the cursor stays before what follows it.
    virtual void correctValue(const QVariant &value) { setValue(value); }
    /// What is shown is a mask, or has one in it: it cannot be selected either (see setMasked() in ui/common).
    void setMasked(bool isMasked);
    /// Shows @p text, which can be selected but not edited: the user may not change the value, or an editor would
    /// damage it.
    virtual void setReadOnly(const QString &text) = 0;
    virtual void setEditable() = 0;
    /// The content is final: the focus leaves, or it is about to be saved.
    virtual void finish() {}
    /// Why the last requested action failed (no picture on the clipboard); empty if there is nothing to report. The
    /// value is still valid, so that it does not block a save.
    [[nodiscard]] virtual QString notice() const { return m_refusal; }
    /// Whether that only tells what was done, which has been announced.
    [[nodiscard]] virtual bool isForInformation() const { return false; }
    virtual void dropNotice() { m_refusal.clear(); }

Q_SIGNALS:
    void edited(const QVariant &value);
    /// On the way to a value: ProfileModel's TypingRole.
    void typing(const QVariant &value);
    /// The typed text may now be shown in its normalised form.
    void finished();
    /// notice() has changed.
    void messageChanged();

protected:
    /// Calls finish() when the focus leaves @p edit for another field.
    void finishOnLeaving(QWidget *edit);
    /// A menu, an open list or another window takes the focus only temporarily.
    [[nodiscard]] static bool isLasting(const QFocusEvent &event);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    /// Whether @p text is longer than @p most characters, and than the text @p before, which then stays: nothing is
    /// ever cut. The notice says so until a text is accepted.
    [[nodiscard]] bool refuses(const QString &text, const QString &before, qsizetype most);
    void refuse(qsizetype most);
    /// An input method has written last, and more may follow it.
    [[nodiscard]] bool isComposed() const { return m_isComposed; }

private:
    void alignLines();

    QString m_refusal;
    bool m_isComposed = false;
};

} // namespace lanyard
