#include "ui/profile/fieldeditor.h"

#include "ui/profile/countryeditor.h"
#include "ui/profile/dateeditor.h"
#include "ui/profile/pictureeditor.h"
#include "ui/profile/texteditors.h"

namespace lanyard {

FieldEditor *FieldEditor::create(const UserField &field, QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::MultiLine:
        return new TextFieldEditor(field, parent);
    case FieldKind::Date:
        return new DateFieldEditor(field, parent);
    case FieldKind::Country:
        return new CountryFieldEditor(field, parent);
    case FieldKind::Image:
        return new PictureFieldEditor(field, parent);
    default:
        return new LineFieldEditor(field, parent);
    }
}

} // namespace lanyard

#include "moc_fieldeditor.cpp"
