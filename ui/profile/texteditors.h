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
    void takeText();
    void write(const QString &text, qsizetype cursor);

    QLineEdit *m_edit;
    QString m_text; // that stands there
    bool m_writing = false;
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
    void takeText();
    void write(const QString &text);

    TextArea *m_edit;
    QString m_text; // that stands there
    bool m_writing = false;
};

} // namespace lanyard
