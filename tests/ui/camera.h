#pragma once

#include <QDir>

class QWidget;

namespace lanyard::testing {

// Takes numbered pictures of a window, with the dialogs and the list that are open over it.
class Camera
{
public:
    explicit Camera(const QString &folder) : m_folder(folder) {}

    // In light and in dark.
    void picture(QWidget &window, const QString &name);
    void snapshot(QWidget &window, const QString &name);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QDir m_folder;
    int m_count = 0;
    bool m_failed = false;
};

} // namespace lanyard::testing
