#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace lanyard {

/// Where the focus of a window goes when the control that has it is disabled or hidden, as a button may be by its own
/// press. Qt moves it on as Tab does: into a field whose text is then selected, and the next key replaces it.
///
/// Instead it goes to what stands for the control's surroundings (their focus proxy), or back to where the user was
/// before: a field, list or text, not another button. Nothing is selected there.
///
/// It also takes the focus back from a control that does not show, which Qt gives it to if it asks: what happens on a
/// hidden page or in a hidden account must not take the keys from what is being typed.
class FocusKeeper : public QObject
{
    Q_OBJECT

public:
    /// @p window must outlive it.
    explicit FocusKeeper(QWidget &window);

    /// For the window's focusNextPrevChild(): false if the focus is not leaving such a control.
    bool moveOn();
    /// The same, for Tab and Shift+Tab: to the next control itself. Qt takes what hands the focus on to another for a
    /// stop, wherever that other is, and so passes over what is before it. False if there is no other control.
    bool step(bool isForwards);
    /// Whether the focus is just going back, in whichever window: the user has not asked to see where it was.
    [[nodiscard]] static bool isGivingBack();

private:
    void note(QWidget *focus);
    void takeBack(QWidget *before, const QWidget &hidden);
    [[nodiscard]] QWidget *placeFor(const QWidget &leaving) const;

    QWidget &m_window;
    QList<QPointer<QWidget>> m_fields; // that had the focus, the last one first
};

} // namespace lanyard
