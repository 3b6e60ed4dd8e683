#pragma once

#include "tests/ui/readability.h"

#include <QDir>

class QWidget;

namespace lanyard::testing {

// Takes numbered pictures of a window, with the dialogs and the list that are open over it, and looks for what is wrong
// in them: see layoutFaults(), accessFaults() and Readability.
class Camera
{
public:
    // @p size: of the window in all pictures, as far as the screen has room for it; empty: in each as it is.
    Camera(const QString &folder, QSize size) : m_folder(folder), m_size(size) {}

    // In light, in dark and in high contrast.
    void picture(QWidget &window, const QString &name);
    void snapshot(QWidget &window, const QString &name);

    [[nodiscard]] bool isOfOneSize() const { return !m_size.isEmpty(); }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] const Readability &readability() const { return m_readability; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    void judge(QWidget &window, const QString &name);

    QDir m_folder;
    QSize m_size;
    Readability m_readability;
    int m_count = 0;
    bool m_failed = false;
};

} // namespace lanyard::testing
