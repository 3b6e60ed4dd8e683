#pragma once

#include "ui/profile/fieldeditor.h"

#include <QStringList>

class QComboBox;

namespace lanyard {

/// A country by type-ahead over the names in the person's language. Sets name and code together; a text that is no
/// country is kept as it is, without a code.
class CountryFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    CountryFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;

private:
    void takeText(const QString &text);

    QComboBox *m_box;
    QStringList m_value; // {name, code}
};

} // namespace lanyard
