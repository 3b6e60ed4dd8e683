#pragma once

#include "core/document/userfields.h"

#include <QVariant>
#include <QWidget>

namespace lanyard {

/// Edits one field's value. What it shows is what counts, however it came there: by keys, an input method, paste, drop,
/// or the accessibility interface. Setting a value never emits; whoever listens knows an editor's own changes and does
/// not hand them back to it.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The editor for that kind; the field's label becomes the accessible name. Owned by @p parent.
    [[nodiscard]] static FieldEditor *create(const UserField &field, QWidget *parent);

    /// Of a date and a country ProfileModel's TypingRole, else its EditRole.
    virtual void setValue(const QVariant &value) = 0;
    /// Shows @p text and lets it be selected, not edited: the value is not the person's to change, or one that an
    /// editor would harm.
    virtual void setReadOnly(const QString &text) = 0;
    virtual void setEditable() = 0;
    /// What stands there is final: the focus leaves, or it is about to be saved.
    virtual void finish() {}
    /// Why what was asked for last was not done (no picture on the clipboard); empty when there is nothing to say. The
    /// value is as good as before, so that it holds no save back.
    [[nodiscard]] virtual QString notice() const { return {}; }
    virtual void dropNotice() {}

Q_SIGNALS:
    void edited(const QVariant &value);
    /// On the way to a value: ProfileModel's TypingRole.
    void typing(const QVariant &value);
    /// What was being typed may be shown in its own form now.
    void finished();
    /// notice() is another.
    void messageChanged();

protected:
    /// Calls finish() when the focus leaves @p edit for another field.
    void finishOnLeaving(QWidget *edit);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
