#include "core/models/placepictures.h"

#include "core/document/jsontext.h"
#include "core/document/userfields.h"
#include "core/models/picture.h"

namespace lanyard {

QList<QImage> placePictures(const Path &path, const QList<ValueAt> &values)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    QList<QImage> pictures;
    if (!field || field->kind != FieldKind::Image)
        return pictures;
    for (const ValueAt &at : values) {
        const auto picture = decodePicture(jsonText(at(path)));
        pictures << (picture ? picture->image : QImage());
    }
    return pictures;
}

} // namespace lanyard
