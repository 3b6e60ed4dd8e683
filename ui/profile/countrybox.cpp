#include "ui/profile/countrybox.h"

#include "core/document/countries.h"
#include "ui/common/currentrow.h"

#include <QAbstractItemView>
#include <QKeyEvent>

namespace lanyard {

CountryBox::CountryBox()
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    for (const Country &country : countries())
        addItem(country.displayName, country.code);
    setCurrentIndex(-1);
    // Narrower than the longest country name: the form has to fit a narrow window.
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
}

int CountryBox::rowOf(const Country *country)
{
    return country ? static_cast<int>(country - countries().data()) : -1;
}

void CountryBox::showPopup()
{
    QComboBox::showPopup(); // takes the focus, and so what is typed
    int row = currentIndex();
    if (currentText() != itemText(row))
        row = rowOf(countryFromTyped(currentText()));
    view()->setCurrentIndex(model()->index(row, modelColumn(), rootModelIndex()));
}

void CountryBox::hidePopup()
{
    const bool wasOpen = view()->isVisible();
    QComboBox::hidePopup();
    if (wasOpen)
        tellFocus(*this);
}

void CountryBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_F4:
        return showPopup();
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return event->ignore();
    default:
        QComboBox::keyPressEvent(event);
    }
}

} // namespace lanyard
