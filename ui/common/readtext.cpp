#include "ui/common/readtext.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextCursor>

namespace lanyard {

namespace {

constexpr char MaskedProperty[] = "lanyard_masked";

void deselect(QLineEdit &field)
{
    field.deselect();
}

void deselect(QPlainTextEdit &field)
{
    QTextCursor cursor = field.textCursor();
    if (!cursor.hasSelection())
        return;
    cursor.clearSelection();
    field.setTextCursor(cursor);
}

QPalette paletteFor(bool isForReading)
{
    QPalette quiet; // the rest follows the desktop
    if (isForReading)
        quiet.setColor(QPalette::Base, Qt::transparent);
    return quiet;
}

// As it is selected: Qt puts into PRIMARY, drags and copies what is still selected after that.
template<typename Field>
void mask(Field &field, bool isMasked)
{
    const QVariant before = field.property(MaskedProperty);
    if (before.toBool() == isMasked)
        return;
    field.setProperty(MaskedProperty, isMasked);
    if (!before.isValid())
        QObject::connect(&field, &Field::selectionChanged, &field, [&field] {
            if (field.property(MaskedProperty).toBool())
                deselect(field);
        });
    if (isMasked)
        deselect(field);
}

} // namespace

void showForReading(QLineEdit &field, bool isForReading)
{
    field.setFrame(!isForReading);
    field.setPalette(paletteFor(isForReading));
}

void showForReading(QPlainTextEdit &field, bool isForReading)
{
    field.setFrameShape(isForReading ? QFrame::NoFrame : QFrame::StyledPanel);
    field.setPalette(paletteFor(isForReading));
}

void setMasked(QLineEdit &field, bool isMasked)
{
    mask(field, isMasked);
}

void setMasked(QPlainTextEdit &field, bool isMasked)
{
    mask(field, isMasked);
}

bool isMasked(const QLineEdit &field)
{
    return field.property(MaskedProperty).toBool();
}

bool isMasked(const QPlainTextEdit &field)
{
    return field.property(MaskedProperty).toBool();
}

} // namespace lanyard
