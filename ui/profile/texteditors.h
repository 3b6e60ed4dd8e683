#pragma once

#include "ui/profile/fieldeditor.h"

class QLineEdit;

namespace lanyard {

class TextArea;

/// A single-line text: names, e-mail, phone, and all read-only fields. Characters that mean nothing at an end are kept
/// while more may follow, and are gone once the field is left.
class LineFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void correctValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;
    void finish() override;

private:
    void takeText();
    void write(const QString &text, qsizetype cursor);

    QLineEdit *m_edit;
    bool m_isAddress;
    QString m_text; // as displayed
    bool m_writing = false;
};

/// A multi-line text. Tab moves the focus out of it.
class TextFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void correctValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;
    void finish() override;

private:
    void takeText();
    void write(const QString &text);
    void writeBeforeCursor(const QString &text);

    TextArea *m_edit;
    QString m_text; // as displayed
    bool m_writing = false;
};

} // namespace lanyard
