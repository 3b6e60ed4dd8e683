#pragma once

#include "ui/profile/fieldeditor.h"

class QLineEdit;

namespace lanyard {

class TextArea;

/// One line of text: names, e-mail, phone, and everything that is only shown.
class LineFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;

private:
    void takeTyped(const QString &typed);

    QLineEdit *m_edit;
};

/// Several lines of text. Tab leaves it.
class TextFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;

private:
    TextArea *m_edit;
};

} // namespace lanyard
