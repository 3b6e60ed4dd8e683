#pragma once

#include <QComboBox>

namespace lanyard {

struct Country;

/// A line edit with the list of all countries. Without QComboBox's keys that switch to another entry at once: arrows
/// open the list, where Enter chooses and Esc cancels.
class CountryBox : public QComboBox
{
public:
    CountryBox();

    /// Of @p country in the list; -1 for none.
    [[nodiscard]] static int rowOf(const Country *country);

    /// The list opens at the country that is written there, or at none: Enter must not choose what was typed over.
    void showPopup() override;
    void hidePopup() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace lanyard
