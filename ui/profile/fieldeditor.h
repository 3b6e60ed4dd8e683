#pragma once

#include "core/account/userfields.h"

#include <QVariant>
#include <QWidget>

namespace lanyard {

/// Edits one field's value (the EditRole of ProfileModel). Setting a value never emits; only the person's own edits do.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The editor for that kind; the field's label becomes the accessible name. Owned by @p parent.
    [[nodiscard]] static FieldEditor *create(const UserField &field, QWidget *parent);

    virtual void setValue(const QVariant &value) = 0;
    /// Shows @p text and lets it be selected, not edited: the value is not the person's to change, or one that an
    /// editor would harm.
    virtual void setReadOnly(const QString &text) = 0;
    virtual void setEditable() = 0;
    /// Empty unless what stands in the editor is no value yet ("31/31/2000").
    [[nodiscard]] virtual QString problem() const { return {}; }
    /// Why what was asked for last was not done (no picture on the clipboard); empty when there is nothing to say. The
    /// value is as good as before, so that it holds no save back.
    [[nodiscard]] virtual QString notice() const { return {}; }

Q_SIGNALS:
    void edited(const QVariant &value);
    /// problem() or notice() is another.
    void messageChanged();
};

} // namespace lanyard
